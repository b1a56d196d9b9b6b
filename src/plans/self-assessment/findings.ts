import { type AnswerTally, answerTallies, type PlanGiven, type Tally, tally } from '../kit/findings.ts';
import type { PlanFile } from '../kit/form.ts';
import type { AssessedArea, Development, SelfAssessment } from './schema.ts';

type Given = PlanGiven<SelfAssessment>;

/** A judgement that a framework allows. */
export type Judgement = SelfAssessment['framework']['judgements'][number];

/** An area of the framework: how it is judged, and what reviewers asked for in it. */
export type AreaFound = {
  readonly id: string;
  readonly label: string;
  readonly assessed: AssessedArea;
  readonly judgement: Judgement;
  readonly asked: readonly Development[];
};

/** What reviewers saw: strengths, what they asked for, in how many areas that are judged well, and what became of it. */
export type ReviewFound = {
  readonly contested: Tally;
  readonly strengths: Tally;
  readonly asked: Tally;
  readonly answers: readonly AnswerTally[];
};

/** What the self-assessment says area by area, and how what reviewers saw stands beside it. */
export type SelfAssessmentFindings = {
  readonly overall: Judgement;
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly areas: readonly AreaFound[];
  }[];
  readonly all: Tally;
  readonly judged: readonly (Tally & { readonly judgement: Judgement })[];
  readonly review: ReviewFound | null;
  readonly lessons: { readonly all: Tally; readonly answered: Tally } | null;
};

/** The findings on the self-assessment of an edition, with the peer review beside it. */
export function selfAssessmentFindings(given: Given): SelfAssessmentFindings {
  const { setting, plan } = given;
  const { framework, overall } = plan.value;
  const groups = framework.groups.map(({ id, label, areas }) => ({
    id,
    label,
    areas: areas.map(area => areaFound(plan, area)),
  }));
  const found = groups.flatMap(({ areas }) => areas);
  const of = { setting, form: plan.form, where: plan.place(['areas']) };
  const all = tally(of, 'areas', found.length);
  const judged = framework.judgements.map(judgement => {
    const count = found.filter(area => area.judgement.id === judgement.id).length;
    return { judgement, ...tally(of, `areas judged ${judgement.label}`, count) };
  });
  return {
    overall: judgementOf(plan, overall.judgement),
    groups,
    all,
    judged,
    review: reviewFound(given, found),
    lessons: lessonsFound(given),
  };
}

function areaFound(
  plan: Given['plan'],
  { id, label }: { readonly id: string; readonly label: string },
): AreaFound {
  const assessed = plan.value.areas.find(({ area }) => area === id);
  if (assessed === undefined) throw new Error(`invalid area: ${id} is not assessed`);
  const asked = plan.value['peer-review']?.development ?? [];
  return {
    id,
    label,
    assessed,
    judgement: judgementOf(plan, assessed.judgement),
    asked: asked.filter(each => each['bears-on'] === id),
  };
}

function judgementOf({ value }: PlanFile<SelfAssessment>, id: string): Judgement {
  const found = value.framework.judgements.find(each => each.id === id);
  if (found === undefined) throw new Error(`invalid judgement: ${id}`);
  return found;
}

function reviewFound({ setting, plan }: Given, areas: readonly AreaFound[]): ReviewFound | null {
  const review = plan.value['peer-review'];
  if (review === undefined) return null;
  const of = { setting, form: plan.form, where: plan.place(['peer-review', 'development']) };
  const strengths = { ...of, where: plan.place(['peer-review', 'strengths']) };
  const contested = areas.filter(({ judgement, asked }) => judgement.good && asked.length > 0).length;
  return {
    contested: tally(of, 'areas judged well in which reviewers asked for more', contested),
    strengths: tally(strengths, 'strengths that reviewers named', review.strengths.length),
    asked: tally(of, 'recommendations of reviewers', review.development.length),
    answers: answerTallies(review.development, (response, count) =>
      tally(of, `recommendations of reviewers, ${response}`, count),
    ),
  };
}

function lessonsFound({ setting, plan }: Given): SelfAssessmentFindings['lessons'] {
  const { lessons } = plan.value;
  if (lessons === undefined) return null;
  const of = { setting, form: plan.form, where: plan.place(['lessons', 'entries']) };
  const answered = lessons.entries.filter(({ answer }) => answer !== undefined).length;
  return {
    all: tally(of, 'lessons from elsewhere', lessons.entries.length),
    answered: tally(of, 'lessons from elsewhere with an answer', answered),
  };
}
