import type { Figure } from '../../model/figure.ts';
import type { CaseStudy } from './schema.ts';
import { type FactFound, factFigures, factMaker, type TallyFound, tallyFigures } from './case-facts.ts';
import { counted } from '../kit/counted.ts';
import type { PlanGiven } from '../kit/given.ts';

/** A case study with the figures of its facts. */
export type StudyFound = {
  readonly study: CaseStudy;
  /** The council's name. */
  readonly place: string;
  readonly facts: readonly FactFound[];
  readonly tally: TallyFound | null;
};

/** The case studies of an edition: by theme, and what was counted. */
export type CaseStudiesFindings = {
  readonly themes: readonly {
    readonly id: string;
    readonly label: string;
    readonly studies: readonly StudyFound[];
  }[];
  readonly all: Figure;
  readonly printed: Figure;
  readonly workedOut: Figure;
  readonly figures: readonly Figure[];
};

/** The findings on the case studies of an edition. */
export function caseStudiesFindings({ setting, plan }: PlanGiven<'case-studies'>): CaseStudiesFindings {
  const { themes, studies } = plan.value;
  const found = studies.map((study, at): StudyFound => {
    const make = factMaker(setting, study);
    const place = (...path: readonly (string | number)[]) => plan.place(['studies', at, ...path]);
    return {
      study,
      place: setting.areas.get(study.area)?.name ?? study.area,
      facts: study.facts.map((fact, index) => factFigures(make, fact, place('facts', index))),
      tally: study.tally === undefined ? null : tallyFigures(make, study.tally, place('tally')),
    };
  });
  const figures = found.flatMap(({ facts, tally }) => [
    ...facts.flatMap(figuresOf),
    ...(tally === null ? [] : [tally.same, tally.up, tally.down, tally.of]),
  ]);
  const of = { setting, kind: plan.kind, where: plan.place(['studies']) };
  const given = figures.filter(({ source }) => source !== null).length;
  const counts = {
    all: counted(of, 'all', found.length),
    printed: counted(of, 'printed', given, 'Counted from the numbers of the file'),
    workedOut: counted(
      of,
      'worked out',
      figures.length - given,
      'Counted from what follows from those numbers',
    ),
  };
  return {
    themes: themes.map(theme => ({
      ...theme,
      studies: found.filter(({ study }) => study.theme === theme.id),
    })),
    ...counts,
    figures: [...Object.values(counts), ...figures],
  };
}

function figuresOf({
  value,
  parts,
  whole,
  share,
  earlier,
  change,
  elsewhere,
  above,
}: FactFound): readonly Figure[] {
  const others = [whole, share, earlier, change, elsewhere, above].flatMap(each => each ?? []);
  return [...parts.map(part => part.figure), value, ...others];
}
