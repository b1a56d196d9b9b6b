import { vi } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** Runs a command line: its exit status, and what it printed to either side. */
export async function said(...line: readonly string[]) {
  const [out, err] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map(spy =>
    spy.mockImplementation(() => {}),
  );
  try {
    const status = await run(line);
    const text = (spy: typeof out) => (spy?.mock.calls ?? []).map(([first]) => String(first)).join('\n');
    return { status, out: text(out), err: text(err) };
  } finally {
    out?.mockRestore();
    err?.mockRestore();
  }
}
