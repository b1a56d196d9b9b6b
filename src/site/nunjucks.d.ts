/** The part of Nunjucks that this repository uses; Eleventy's fork brings no types. */
declare module 'nunjucks' {
  namespace nunjucks {
    class FileSystemLoader {
      constructor(folder: string);
    }
    class Environment {
      constructor(loader: FileSystemLoader, options: Readonly<Record<string, boolean>>);
      addFilter(name: string, filter: (...values: never[]) => unknown): void;
      /** Throws what the template threw. */
      render(name: string, data: object): string;
    }
  }
  export default nunjucks;
}
