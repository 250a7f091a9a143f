export { rules } from '../../src/core';
export { configSchema, markless } from './config-schema';
