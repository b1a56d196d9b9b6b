import { hasCode } from '../../model/area.ts';
import type { Figure } from '../../model/figure.ts';
import { counted, type PlanGiven } from '../kit/findings.ts';
import { type FactFound, factFigures, factMaker, type TallyFound, tallyFigures } from './fact-findings.ts';
import type { CaseStudies, CaseStudy } from './schema.ts';

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
};

/** The findings on the case studies of an edition. */
export function caseStudiesFindings({ setting, plan }: PlanGiven<CaseStudies>): CaseStudiesFindings {
  const { themes, studies } = plan.value;
  const found = studies.map((study, at): StudyFound => {
    const make = factMaker(setting, study);
    const place = (...path: readonly (string | number)[]) => plan.place(['studies', at, ...path]);
    return {
      study,
      place: [...setting.areas.values()].find(area => hasCode(area, study.area))?.name ?? study.area,
      facts: study.facts.map((fact, index) => factFigures(make, fact, place('facts', index))),
      tally: study.tally === undefined ? null : tallyFigures(make, study.tally, place('tally')),
    };
  });
  const figures = found.flatMap(studyFigures);
  const of = { setting, form: plan.form, where: plan.place(['studies']) };
  const given = figures.filter(({ source }) => source !== null).length;
  return {
    themes: themes.map(theme => ({
      ...theme,
      studies: found.filter(({ study }) => study.theme === theme.id),
    })),
    all: counted(of, 'all', found.length),
    printed: counted(of, 'printed', given, 'Counted from the numbers of the file'),
    workedOut: counted(
      of,
      'worked out',
      figures.length - given,
      'Counted from what follows from those numbers',
    ),
  };
}

function studyFigures({ facts, tally }: StudyFound): readonly Figure[] {
  return [
    ...facts.flatMap(factFiguresOf),
    ...(tally === null ? [] : [tally.same, tally.up, tally.down, tally.of]),
  ];
}

function factFiguresOf({
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
