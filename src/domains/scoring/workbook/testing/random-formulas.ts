import * as fc from 'fast-check'

export const number: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom(
      'n1',
      'n2',
      'n3',
      'v1',
      'count(k1)',
      'onTime(r1)',
      "late(r1, 'month')",
      '2',
      '0.5',
      'max(m1)',
      'best(n1)',
      'mean(n2)',
    ),
    fc
      .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('tree'), tie('tree')).map(([name, a, b]) => `${name}(${a}, ${b})`),
    tie('tree').map((a) => `coalesce(${a}, 1)`),
    tie('tree').map((a) => `abs(${a})`),
    tie('tree').map((a) => `floor(${a})`),
    tie('tree').map((a) => `round(${a}, 1)`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `if(y1, ${a}, ${b})`),
    fc.constantFrom(
      'sum(k1, case.p)',
      'count(k1, case.y)',
      'average(m1)',
      'rankOf(n1)',
      "days(d1, '2023-06-30')",
      "workingDays(d1, '2023-06-30')",
      'trimmed(m1, 1, 1)',
      'month(d1)',
    ),
  ),
})).tree

export const condition: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(
      'y1',
      'y2',
      'known(n2)',
      'assigned(n1)',
      "c1 >= 'Khá'",
      "t1 == 'a'",
      "d1 <= '2023-06-15'",
      "has(k2, 'cờ')",
    ),
    fc
      .tuple(number, fc.constantFrom('>', '>=', '<', '<=', '==', '!='), number)
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    fc.tuple(tie('tree'), fc.constantFrom('&&', '||'), tie('tree')).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('tree').map((a) => `!(${a})`),
  ),
})).tree
