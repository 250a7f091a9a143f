export { rules } from '../../src/core';
export { configSchema } from './config-schema';
