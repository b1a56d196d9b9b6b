/** What is used of the development server, which ships no types. */
declare module '@11ty/eleventy-dev-server' {
  type Logger = Record<'info' | 'log' | 'error', (...text: unknown[]) => void>;
  export default class EleventyDevServer {
    static getServer(name: string, dir: string, options: { logger: Logger }): EleventyDevServer;
    /** Resolves once the server listens; call it before `serve`. */
    getPort(): Promise<number>;
    /** Listens on the port, or on the next free one. */
    serve(port: number): void;
    /** Reloads every open page. */
    reload(): void;
    close(): Promise<void>;
  }
}
