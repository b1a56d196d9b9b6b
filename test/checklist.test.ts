// The checklist is whole, its results follow from what ran, and nothing is switched off without a reason.
import { globSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { exceptionsSchema, peopleSchema } from '../src/model/testing.ts';
import { readTesting } from '../src/sources/checks-record.ts';
import { everyDrivenCheck, pageChecks, siteChecks } from './checks/all.ts';
import { checklist } from './checks/checklist.ts';
import { type Ran, resultsOf } from './checks/results.ts';

const checks = [...pageChecks, ...siteChecks, ...everyDrivenCheck];
const docs = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

describe('the checklist', () => {
  it('has every item from 1 to 124, each with a title of its own', () => {
    expect(checklist.map(({ item }) => item)).toEqual(Array.from({ length: 124 }, (_, index) => index + 1));
    expect(new Set(checklist.map(({ title }) => title)).size).toBe(124);
  });

  it('has a check for each item that checks are to answer, and names each check once', () => {
    // Three are answered by the suite itself: scripts off, requests and weight.
    const answered = new Set([...checks.flatMap(({ items }) => items), 59, 100, 101]);
    const bare = checklist.filter(({ by, item }) => by.kind === 'checks' && !answered.has(item));
    expect(bare).toEqual([]);
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
    for (const { name, items } of checks) expect(items, name).toContain(Number.parseInt(name, 10));
  });

  it('names tests that are there', () => {
    const files = globSync('test/**/*.test.ts').filter(name => !name.endsWith('checklist.test.ts'));
    const tests = files.map(name => readFileSync(name, 'utf8')).join('');
    const named = checklist.flatMap(({ by }) => (by.kind === 'tests' ? by.names : []));
    expect(named.filter(name => !tests.includes(name))).toEqual([]);
  });

  it('has a record for each check that people make', () => {
    const { checks } = peopleSchema.parse(load(docs('accessibility-people.yaml')));
    const wanted = checklist.filter(({ by }) => by.kind === 'people').map(({ item }) => item);
    expect(checks.map(({ item }) => item)).toEqual(wanted);
    for (const { last, result, item } of checks) expect(result === 'none', `${item}`).toBe(last === 'never');
  });

  it('switches nothing off but what a check finds, with a reason', () => {
    const { exceptions } = exceptionsSchema.parse(load(docs('accessibility-exceptions.yaml')));
    const names = checks.map(({ name }) => name);
    // With and without scripts is a comparison of two visits, and what a page loads is told by the visit itself.
    const known = [
      ...names,
      '59 it reads the same with scripts off',
      '101 all that it loads weighs less than 160 kB compressed',
    ];
    for (const { check } of exceptions) expect(known).toContain(check);
  });
});

describe('the result of an item', () => {
  const items = [
    { item: 2, title: 'Two', by: { kind: 'checks' } },
    { item: 14, title: 'Fourteen', by: { kind: 'tests', names: ['(item 14)'] } },
    { item: 40, title: 'Forty', by: { kind: 'tests', names: ['longest first'] } },
    { item: 119, title: 'By people', by: { kind: 'people' } },
  ] as const;
  const result = (ran: readonly Ran[]) => resultsOf(items, ran).map(each => each.result);

  it('is passed where tests ran and none failed', () => {
    const ran: Ran[] = [
      { fullName: '2 axe', status: 'passed', meta: { items: [2], pages: 60 } },
      { fullName: 'a PDF is tagged (items 12, 14)', status: 'passed' },
      { fullName: 'is bars, the longest first', status: 'passed' },
    ];
    expect(result(ran)).toEqual(['passed', 'passed', 'passed', 'for people']);
    expect(resultsOf(items, ran)[0]?.pages).toBe(60);
  });

  it('is failed where one failed, in whatever state', () => {
    const ran: Ran[] = [
      { fullName: '2 axe, wide', status: 'passed', meta: { items: [2] } },
      { fullName: '2 axe, narrow', status: 'failed', meta: { items: [2] } },
    ];
    expect(result(ran)[0]).toBe('failed');
  });

  it('is not run where nothing ran or it was skipped; a test still to come is not yet', () => {
    const ran: Ran[] = [{ fullName: '2 axe', status: 'skipped', meta: { items: [2] } }];
    expect(result(ran)).toEqual(['not run', 'not yet', 'not run', 'for people']);
  });
});

it('the record that is committed can be read, and lists every item', () => {
  const { record } = readTesting();
  if (record !== null)
    expect(record.items.map(({ item }) => item)).toEqual(checklist.map(({ item }) => item));
});
