import { z } from 'zod';
import { dateLabel } from '../model/time.ts';
import { addresses } from '../pages/addresses.ts';
import { type Block, linkRun, type Quotation } from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { sourceViews } from '../pages/source-views.ts';
import { asWritten, planKind } from './kind.ts';
import { askOfKeys, day, key, pictureSchema, plain, ref, role, words } from './kit/fields.ts';
import { planForm } from './kit/form.ts';
import type { FrontWords, PlanContents } from './kit/judged.ts';
import { factsBlock, type PlanLayout, plainFact, wordRuns } from './kit/page.ts';

const statementKinds = ['foreword', 'introduction', 'quotation'] as const;

/** Nobody is quoted without it: given by someone on a day, or by the words having been published. */
const permissionSchema = z.strictObject({
  by: role('Who gave permission: a role of data/plans/roles.yaml').optional(),
  date: day('The day it was given').optional(),
  published: ref('source', 'Instead: the publication that it is taken from').optional(),
});
askOfKeys(permissionSchema, { oneOf: ['by', 'published'] }, { where: ['by'], needs: ['date'] });

const statementSchema = z.strictObject({
  id: key('Its id'),
  kind: z.enum(statementKinds),
  heading: plain('Its heading'),
  paragraphs: z.array(words('A paragraph, word for word')).min(1),
  by: plain('Whose words they are: a role, never a name'),
  date: day('The day of the words'),
  permission: permissionSchema.describe('Who allowed it to be printed, and when, or where it was published'),
  picture: pictureSchema.optional().describe('A picture of who says them, or of what they speak of'),
});

const statementsSchema = z.strictObject({ statements: z.array(statementSchema).min(1) });

type Statements = z.output<typeof statementsSchema>;
type Statement = Statements['statements'][number];

/** What people in their roles say of the year, with permission. */
export const statements = planKind({
  form: planForm({ id: 'statements', name: 'Forewords and statements', schema: statementsSchema }),
  ...asWritten,
  page: statementsPage,
  front: foreword,
});

function statementsPage({ layout, plan }: PlanLayout<Statements, null, null>): PlanContents {
  return {
    title: 'Forewords and statements',
    lead: 'What people in their roles say, in their own words. The rest of the report is written from the figures.',
    sections: plan.value.statements.map(each => ({
      id: anchorOf(each),
      heading: each.heading,
      blocks: statementBlocks(layout, each),
    })),
  };
}

/** The first foreword, for the front page; none in the period before an election. */
function foreword({ layout, plan }: PlanLayout<Statements, null, null>): FrontWords | null {
  const { edition } = layout.setting;
  const said = plan.value.statements.find(({ kind }) => kind === 'foreword');
  const [opening] = said?.paragraphs ?? [];
  if (said === undefined || opening === undefined || edition['pre-election'] !== undefined) return null;
  return {
    heading: said.heading,
    opening: wordRuns(layout, opening),
    goesOn: said.paragraphs.length > 1,
    href: `${addresses.plan(edition.id, plan.form.id)}#${anchorOf(said)}`,
    ...signedBy(layout, said),
  };
}

const anchorOf = ({ id }: Statement) => `statement-${id}`;

function signedBy({ setting }: Layout, { by, date, picture }: Statement): Pick<Quotation, 'by' | 'picture'> {
  const shown = setting.folder.pictures.find(({ name }) => name === picture?.file);
  return {
    by: `${by}, ${dateLabel(date)}`,
    picture:
      picture === undefined || shown === undefined
        ? null
        : {
            src: addresses.picture(shown.name),
            width: shown.width,
            height: shown.height,
            alternative: picture.alternative,
          },
  };
}

function statementBlocks(layout: Layout, said: Statement): readonly Block[] {
  const { paragraphs, permission } = said;
  const [source] =
    permission.published === undefined
      ? []
      : sourceViews(layout.setting.folder.sources, [permission.published]);
  const { by, date } = permission;
  const allowed = by === undefined || date === undefined ? null : `${by}, ${dateLabel(date)}`;
  return [
    {
      kind: 'quotation',
      paragraphs: paragraphs.map(words => wordRuns(layout, words)),
      ...signedBy(layout, said),
    },
    ...factsBlock(
      source === undefined
        ? plainFact('Printed with the permission of', allowed)
        : [{ name: 'Published in', runs: [linkRun(source.title, source.href)] }],
    ),
  ];
}
