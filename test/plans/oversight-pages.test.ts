import { describe, expect, it } from 'vitest';
import { type Board, treeOf } from '../../src/plans/governance.ts';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { governance, paths, roles, scrutiny, selfAssessment, statements } from '../support/oversight.ts';
import { changed, delivery, oneDelivery, plan, targets } from '../support/plans.ts';
import { readablePlan } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const again = `  - id: again
    label: Visit it again
    words: Members should see it twice.
    made-by: Education committee
    due: 2014-11-01
    status: done
    response: They did.
`;
const edition = 'data/editions/201314.yaml';
const all = {
  [paths.roles]: roles,
  [paths.governance]: governance,
  [paths.selfAssessment]: selfAssessment,
  [paths.scrutiny]: scrutiny,
  [paths.statements]: statements,
};

/** The page of a kind of plan, read out, and the warnings of the report. */
function made(kind: string, files: Readonly<Record<string, Override>> = {}) {
  return withCouncilFolder({ ...all, ...files }, root => {
    const result = makeReport(root);
    if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
    const page = viewsOf(result.report).plans.find(each => each.kind === kind);
    if (page === undefined) throw new Error(`no page of ${kind}`);
    return {
      text: readablePlan(page).replace(/[⟨⟩]/g, ''),
      warnings: result.issues.map(({ rule }) => rule),
      page,
    };
  });
}

describe('the self-assessment', () => {
  it('says how all areas are judged, and where peers asked for more', () => {
    expect(made('self-assessment').text).toContain(
      '* The council judges its work effective overall, and in both areas of the framework.\n* In one of the areas that it judges well, reviewers from other councils asked for more.',
    );
  });

  it('says how many areas have which judgement where they differ', () => {
    const mixed = changed(selfAssessment, [
      'area: knowing\n    judgement: effective',
      'area: knowing\n    judgement: ineffective',
    ]);
    expect(made('self-assessment', { [paths.selfAssessment]: mixed }).text).toContain(
      '* The council judges its work effective overall. Of the two areas of the framework, it judges its work effective in one and ineffective in one.',
    );
  });

  it('sets what peers said and the answer beside the judgement', () => {
    const { text } = made('self-assessment');
    const area = text.slice(text.indexOf('### Clear policy'), text.indexOf('### Knowing schools'));
    expect(area).toContain('### Clear policy: Effective; reviewers asked for more');
    expect(area).toContain('What reviewers said: Schools do not fully understand how they are sorted.');
    expect(area).toContain('The council’s answer: They will be told.');
  });
});

describe('the tree of boards', () => {
  const board = (id: string, above?: string): Board => ({
    id,
    name: id,
    kind: 'group',
    purpose: 'Works',
    members: [],
    serves: [],
    ...(above === undefined ? {} : { 'reports-to': above }),
  });

  it('puts each beneath the one it reports to, in the order of the file', () => {
    const tree = treeOf([board('c', 'b'), board('a'), board('b', 'a'), board('d', 'a')]);
    expect(tree).toEqual([
      {
        board: board('a'),
        beneath: [
          { board: board('b', 'a'), beneath: [{ board: board('c', 'b'), beneath: [] }] },
          { board: board('d', 'a'), beneath: [] },
        ],
      },
    ]);
  });

  it('holds every board once, whatever the tree', () => {
    const boards = [board('a'), board('b', 'a'), board('c'), board('d', 'b')];
    const ids = (nodes: ReturnType<typeof treeOf>): string[] =>
      nodes.flatMap(node => [node.board.id, ...ids(node.beneath)]);
    expect(ids(treeOf(boards)).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('governance', () => {
  it('links each duty to its law, and says of boards what is not stated', () => {
    const { text, page } = made('governance');
    expect(text).toContain('Promote high standards: Education Act 1996, section 13A.');
    expect(JSON.stringify(page)).toContain('https://www.legislation.gov.uk/ukpga/1996/56/section/13A');
    expect(text).toContain('  - Group: Works. Led by: not stated. Meets: not stated.');
  });

  it('sends no reader to another place than legislation.gov.uk for the law', () => {
    const elsewhere = changed(governance, ['www.legislation.gov.uk', 'laws.example']);
    const rules = withCouncilFolder({ ...all, [paths.governance]: elsewhere }, root => {
      const result = makeReport(root);
      return result.outcome === 'issues' ? result.issues.map(({ rule }) => rule) : [];
    });
    expect(rules).toHaveLength(1);
  });

  it('lists every role with the day it was last looked at', () => {
    expect(made('governance').text).toContain(
      'Head of education: Schools. By way of the council. Last checked on 1 November 2014.',
    );
  });

  it('says once how roles are reached and when that was looked at, where it is the same of all', () => {
    const two = `${roles}  - { role: Librarian, answers-for: Books, department: Library, reviewed: 2014-11-01 }\n`;
    const { text } = made('governance', { [paths.roles]: two });
    expect(text.match(/Last checked on/g)).toHaveLength(1);
    expect(text).toContain('Librarian: Books. Library.');
    const later = made('governance', { [paths.roles]: two.replace(/2014-11-01 \}\n$/, '2014-11-02 }\n') });
    expect(later.text.match(/Last checked on/g)).toHaveLength(2);
  });

  it('warns of a role that was last looked at more than a year before the cut-off', () => {
    const old = changed(roles, ['2014-11-01', '2013-12-30']);
    expect(made('governance', { [paths.roles]: old }).warnings).toEqual(['contact-review-due']);
    const justInTime = changed(roles, ['2014-11-01', '2013-12-31']);
    expect(made('governance', { [paths.roles]: justInTime }).warnings).toEqual([]);
  });
});

describe('the scrutiny pack', () => {
  it('has what peers asked for beside what members recommended, and counts the answers', () => {
    const { text } = made('scrutiny');
    expect(text).toContain('* Of two recommendations, one is done and one is accepted.');
    expect(text).toContain('### How schools are sorted: Accepted');
    expect(text).toContain('Made by: Reviewers from Summerdale, 23 April 2014');
    expect(text).toContain('### Visit a school: Done');
  });

  it('shows what peers asked for as overdue beside the judgement too, until it is answered or a reason is given', () => {
    const late = (status: string) => ({
      [paths.selfAssessment]: changed(
        changed(selfAssessment, [
          'area: policy\n    judgement: effective',
          'area: policy\n    judgement: ineffective',
        ]),
        [
          '      status: accepted\n      response: They will be told.\n',
          `      status: ${status}\n      due: 2014-11-01\n`,
        ],
      ),
    });
    const said = (status: string) => {
      const { text, warnings } = made('self-assessment', late(status));
      return [/### How schools are sorted: (.*)/.exec(text)?.[1], ...warnings];
    };
    expect(said('not-stated')).toEqual(['Overdue', 'response-overdue']);
    expect(said('not-stated\n      reason: Nobody said')).toEqual(['No answer stated']);
    expect(said('done')).toEqual(['Done']);
  });

  it('names three councils as a list', () => {
    const three = {
      [paths.selfAssessment]: changed(selfAssessment, [
        'by: [Summerdale]',
        'by: [Summerdale, Far Vale, Owlton]',
      ]),
    };
    expect(made('self-assessment', three).text).toContain('from Summerdale, Far Vale and Owlton');
    expect(made('scrutiny', three).text).toContain('Reviewers from Summerdale, Far Vale and Owlton');
  });

  it('shows an answer that is overdue, and warns of it', () => {
    const late = changed(scrutiny, [
      '    status: done\n    response: They did.\n',
      '    status: not-stated\n',
    ]);
    const { text, warnings } = made('scrutiny', { [paths.scrutiny]: late });
    expect(text).toContain('### Visit a school: Overdue');
    expect(text).toContain('* For one of them, the answer is overdue.');
    expect(warnings).toEqual(['response-overdue']);
  });

  it('says once what is the same of every recommendation', () => {
    const twice = changed(scrutiny, ['recommendations:\n', `recommendations:\n${again}`]);
    const { text } = made('scrutiny', { [paths.scrutiny]: twice, [paths.selfAssessment]: null });
    expect(text.match(/made by: Education committee/gi)).toHaveLength(1);
    expect(text).toContain('All made by: Education committee');
    expect(text.match(/Answers? due: 1 November 2014/g)).toHaveLength(1);
  });

  it('lists action plans and actions that are behind, and says when one was due', () => {
    const late = changed(oneDelivery, ['{ kind: ongoing }', '{ kind: month, month: 2014-06 }']);
    const { text } = made('scrutiny', { [delivery]: late });
    expect(text).toContain(
      '| Action: Hold a festival of books | Deadline passed, status not stated | Was due in June 2014 | Head of education | Not stated. The plan does not say. |',
    );
    const { text: inTime } = made('scrutiny', { [delivery]: oneDelivery });
    expect(inTime).toContain('None of them is known to be behind.');
    expect(made('scrutiny').text).not.toContain('## Action plans and actions that are behind');
  });

  it('counts the targets that cannot be told too', () => {
    expect(made('scrutiny', { [targets]: plan }).text).toMatch(
      /\* Of 3 targets, .* one has no measurable target\./,
    );
  });

  it('lists the targets that are behind and the questions that the figures raise', () => {
    const behind = changed(plan, [
      'aim: { period: 201617, value: 89 }',
      'aim: { period: 201415, value: 96 }',
    ]);
    const { text } = made('scrutiny', { [targets]: behind });
    expect(text).toMatch(/### Readers: (?:Off track|Slightly behind)/);
    expect(text).toContain('## Questions that the figures raise');
    const none = made('scrutiny').text;
    expect(none).toContain('No plan with targets is in force in this edition.');
  });
});

describe('forewords and quotations', () => {
  it('stand with role, day and permission, and with the figures they name', () => {
    const { text } = made('statements');
    expect(text).toContain('“Reading rose to 84%. / Thank you.” Head of education, 1 December 2014');
    expect(text).toContain('Printed with the permission of: Head of education, 2 December 2014');
  });

  it('are held back in the period before an election, with a note in their place', () => {
    const before = (text: string) => `${text}pre-election: { from: 2015-03-30, to: 2015-05-07 }\n`;
    const { text } = made('statements', { [edition]: before });
    expect(text).not.toContain('Reading rose');
    expect(text).not.toContain('Thank you');
    expect(text.match(/! Forewords and quotations are held back/g)).toHaveLength(1);
    expect(text).toContain('30 March 2015 to 7 May 2015');
  });

  it('cannot be held back until a day before they were', () => {
    const backwards = (text: string) => `${text}pre-election: { from: 2015-05-07, to: 2015-03-30 }\n`;
    const rules = withCouncilFolder({ ...all, [edition]: backwards }, root => {
      const result = makeReport(root);
      return result.outcome === 'issues' ? result.issues.map(({ rule }) => rule) : [];
    });
    expect(rules).toEqual(['end-before-start']);
  });
});
