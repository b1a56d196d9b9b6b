import { type Arguments, type Command, helpText, readArguments } from './arguments.ts';
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

/** Each loads what it needs: checking takes no templates, serving no report. */
const doing: Readonly<Record<Command, (args: Arguments) => Promise<number>>> = {
  build: async args => (await import('./build.ts')).build(args),
  check: async args => (await import('./check.ts')).check(args),
  serve: async args => (await import('./serve.ts')).serve(args),
  import: async args => (await import('./import.ts')).importFiles(args),
  new: async args => (await import('./new.ts')).newEdition(args),
  todo: async args => (await import('./todo.ts')).todo(args),
  init: async args => (await import('./init.ts')).begin(args),
};

async function withoutThrowing(args: Arguments): Promise<number> {
  try {
    return await doing[args.command](args);
  } catch (error) {
    printFault(
      `keystage: a fault of ours, not of your data: ${error instanceof Error ? error.message : error}`,
    );
    if (process.env.KEYSTAGE_DEBUG !== undefined) console.error(error);
    else console.error('Set KEYSTAGE_DEBUG=1 and run it again for where it happened.');
    return exitStatuses.fault;
  }
}
