/** The part of Eleventy that this repository uses; the package brings no types. */
declare module '@11ty/eleventy' {
  export type UserConfig = {
    readonly benchmarks: { readonly config: { setMinimumThresholdMs(milliseconds: number): void } };
    readonly ignores: Set<string>;
    setInputDirectory(path: string): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
    setWatchJavaScriptDependencies(watch: boolean): void;
    setLibrary(engine: 'njk', environment: object): void;
    addTransform(
      name: string,
      transform: (
        this: { readonly page: { readonly url: string } },
        content: string,
      ) => string | Promise<string>,
    ): void;
    addGlobalData(name: string, data: unknown): void;
    addWatchTarget(path: string, options?: { readonly resetConfig: boolean }): void;
    on(
      event: 'eleventy.before',
      does: (build: { readonly directories: { readonly output: string } }) => Promise<unknown>,
    ): void;
    on(
      event: 'eleventy.after',
      does: (build: {
        readonly directories: { readonly output: string };
        readonly results: readonly { readonly url: string; readonly content: string }[];
      }) => Promise<unknown>,
    ): void;
  };

  type EleventyOptions = {
    readonly configPath: string;
    readonly loader: 'esm';
    readonly quietMode: boolean;
    readonly config: (eleventyConfig: UserConfig) => void;
  };

  const Eleventy: new (
    input: string,
    output: string,
    options: EleventyOptions,
  ) => { disableLogger(): void; write(): Promise<unknown>; toJSON(): Promise<unknown> };
  export default Eleventy;
}
