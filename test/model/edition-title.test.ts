import { expect, it } from 'vitest';
import { editionTitle } from '../../src/model/edition.ts';

it('an edition’s title has its year as readers write it, whatever stands in addresses', () => {
  const edition = { id: '2013-14', period: '201314' };
  expect(editionTitle({ ...edition, title: 'Education report 2013-14' })).toBe('Education report 2013/14');
  expect(editionTitle({ ...edition, title: 'Education report' })).toBe('Education report');
});
