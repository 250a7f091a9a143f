declare module '*.yaml' {
  // biome-ignore lint/suspicious/noExplicitAny: the rule that imports a file knows its form
  const value: any;
  export default value;
}
