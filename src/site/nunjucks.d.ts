/** The part of Nunjucks that this repository uses; Eleventy's fork brings no types. */
declare module 'nunjucks' {
  namespace nunjucks {
    type Loader = {
      readonly getSource: (name: string) => { src: string; path: string; noCache: boolean };
    };
    class Environment {
      constructor(loader: Loader, options: Readonly<Record<string, boolean>>);
      addFilter(name: string, filter: (...values: never[]) => unknown): void;
      /** Throws what the template threw. */
      render(name: string, data: object): string;
    }
  }
  export default nunjucks;
}
