import { type Arguments, helpText, readArguments } from './arguments.ts';
import { exitStatuses, printFault } from './output.ts';

/** Runs a command line and resolves with its exit status; never throws. */
export async function run(line: readonly string[]): Promise<number> {
  const asked = readArguments(line);
  switch (asked.outcome) {
    case 'help':
      console.log(helpText());
      return exitStatuses.done;
    case 'usage':
      printFault(`keystage: ${asked.why}\n`);
      console.error(helpText());
      return exitStatuses.usage;
    case 'run':
      return withoutThrowing(asked.arguments);
  }
}

async function withoutThrowing(args: Arguments): Promise<number> {
  try {
    // Each loads what it needs: checking takes no templates, serving no report.
    switch (args.command) {
      case 'build': {
        const { build } = await import('./build.ts');
        return await build(args);
      }
      case 'check': {
        const { check } = await import('./check.ts');
        return check(args);
      }
      case 'serve': {
        const { serve } = await import('./serve.ts');
        return await serve(args);
      }
      case 'import': {
        const { importFiles } = await import('./import.ts');
        return await importFiles(args);
      }
      case 'new': {
        const { newEdition } = await import('./new.ts');
        return newEdition(args);
      }
      case 'todo': {
        const { todo } = await import('./todo.ts');
        return todo(args);
      }
      case 'init': {
        const { begin } = await import('./init.ts');
        return await begin(args);
      }
    }
  } catch (error) {
    printFault(
      `keystage: a fault of ours, not of your data: ${error instanceof Error ? error.message : error}`,
    );
    if (process.env.KEYSTAGE_DEBUG !== undefined) console.error(error);
    else console.error('Set KEYSTAGE_DEBUG=1 and run it again for where it happened.');
    return exitStatuses.fault;
  }
}
