// Invented councils, pupil by pupil: a folder of the tables made of them, and the truth that an attacker is after.

/** What a pupil may reach. */
type Measured = 'reading' | 'reading-high' | 'maths' | 'both';

/** The topic that refines two others. */
export const nested = 'Sex by disadvantage';

/** A pupil: where it lives, the groups it is in, and whether it reached each standard. */
type Pupil = {
  readonly ward: number;
  readonly sex: 'Girls' | 'Boys';
  readonly need: 'Disadvantaged' | 'Others';
  readonly support: 'None' | 'Support' | 'Plan';
  readonly reached: Readonly<Record<Measured, boolean>>;
};

/** What makes one council unlike another. */
export type Shape = {
  readonly seed: number;
  readonly pupils: number;
  readonly wards: number;
  readonly decimals: 0 | 1;
  /** Whether tables of sex by disadvantage are entered. */
  readonly isNested: boolean;
  /** Whether wards have figures of girls and boys. */
  readonly hasWardGroups: boolean;
  /** Whether the first release of the year before was provisional, and a few pupils were added since. */
  readonly isRevised: boolean;
  /** Whether a count is printed beside its share. */
  readonly hasCount: boolean;
};

/** Numbers from 0 to 1 that a seed gives, the same ones each time (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The council that a seed invents. */
export function shapeOf(seed: number): Shape {
  const random = randomOf(seed * 7919 + 1);
  const one = () => random() < 0.5;
  return {
    seed,
    pupils: 80 + Math.floor(random() ** 2 * 520),
    wards: random() < 0.6 ? 3 + Math.floor(random() * 4) : 0,
    decimals: one() ? 0 : 1,
    isNested: random() < 0.6,
    hasWardGroups: random() < 0.3,
    isRevised: one(),
    hasCount: one(),
  };
}

function pupilOf(random: () => number, wards: number): Pupil {
  const sex = random() < 0.5 ? 'Girls' : 'Boys';
  const need = random() < 0.22 ? 'Disadvantaged' : 'Others';
  const at = random();
  const support = at < 0.83 ? 'None' : at < 0.95 ? 'Support' : 'Plan';
  const strength =
    random() +
    (need === 'Others' ? 0.12 : -0.1) +
    (support === 'None' ? 0.1 : -0.35) +
    (sex === 'Girls' ? 0.04 : 0);
  const reading = strength > 0.3;
  const maths = strength + (random() - 0.5) * 0.3 > 0.33;
  return {
    ward: Math.floor(random() ** 1.5 * wards),
    ...{ sex, need, support },
    reached: { reading, 'reading-high': strength > 0.85, maths, both: reading && maths },
  };
}

/** A cohort, and the same once a few who came late were added. */
function cohortsOf(
  shape: Shape,
  period: number,
): readonly [before: readonly Pupil[], after: readonly Pupil[]] {
  const random = randomOf(shape.seed * 31 + period);
  const all = Array.from({ length: shape.pupils }, () => pupilOf(random, Math.max(shape.wards, 1)));
  const late = shape.isRevised ? 1 + Math.floor(random() * 9) : 0;
  return [all.slice(0, all.length - late), all];
}

/** A row, and the counts behind it. */
export type Row = {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly topic: string;
  readonly group: string;
  readonly released: string;
  readonly status: string;
  readonly inside: number;
  readonly all: number;
};

/** The measures of a council, and what each counts. */
export function measuresOf({ hasCount }: Pick<Shape, 'hasCount'>) {
  const shares = (['reading', 'reading-high', 'maths', 'both'] as const).map(of => ({
    id: of as string,
    of,
    isCount: false,
  }));
  return [...shares, ...(hasCount ? [{ id: 'reading-number', of: 'reading' as const, isCount: true }] : [])];
}

/** Groups of a topic; of one that refines others, those that each lies in. */
export const topics = {
  Sex: ['Girls', 'Boys'],
  Disadvantage: ['Disadvantaged', 'Others'],
  Support: ['None', 'Support', 'Plan'],
  [nested]: ['Girls, disadvantaged', 'Girls, others', 'Boys, disadvantaged', 'Boys, others'],
} as const;

/** Whether a pupil is in a group. */
function isIn({ sex, need, support }: Pupil, topic: string, group: string): boolean {
  switch (topic) {
    case 'Sex':
      return sex === group;
    case 'Disadvantage':
      return need === group;
    case 'Support':
      return support === group;
    case nested:
      return group === `${sex}, ${need.toLowerCase()}`;
    default:
      return true;
  }
}

/** Every row that the officer of such a council enters. */
export function rowsOf(shape: Shape): readonly Row[] {
  const groups = Object.entries(topics)
    .filter(([topic]) => topic !== nested || shape.isNested)
    .flatMap(([topic, names]) => names.map(group => ({ topic, group })));
  const everyone = { topic: 'Total', group: 'Total' };
  const places = [
    { area: 'W01', ward: null, groups: [everyone, ...groups] },
    ...Array.from({ length: shape.wards }, (_, ward) => ({
      area: `ward-${ward + 1}`,
      ward,
      groups: [everyone, ...(shape.hasWardGroups ? groups.filter(({ topic }) => topic === 'Sex') : [])],
    })),
  ];
  return [0, 1].flatMap(year => {
    const period = ['201314', '201415'][year] ?? '';
    const [before, after] = cohortsOf(shape, year);
    const releases = [
      ...(shape.isRevised && year === 0
        ? [{ pupils: before, released: '2014-09-01', status: 'provisional' }]
        : []),
      { pupils: after, released: `201${5 + year}-02-01`, status: 'final' },
    ];
    return releases.flatMap(({ pupils, released, status }) =>
      places.flatMap(({ area, ward, groups }) =>
        groups.flatMap(({ topic, group }) => {
          const those = pupils.filter(
            each => (ward === null || each.ward === ward) && isIn(each, topic, group),
          );
          return measuresOf(shape).flatMap(({ id, of }): readonly Row[] => {
            const inside = those.filter(({ reached }) => reached[of]).length;
            const all = those.length;
            // A group without pupils has no row.
            if (all === 0) return [];
            return [{ indicator: id, area, period, topic, group, released, status, inside, all }];
          });
        }),
      ),
    );
  });
}
