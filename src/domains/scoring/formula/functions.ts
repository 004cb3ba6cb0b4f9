import type { Call, Functions } from './call.ts'
import { functionsOfCriteria } from './functions-of-criteria.ts'
import { functionsOfDays } from './functions-of-days.ts'
import { functionsOfGroups } from './functions-of-groups.ts'
import { functionsOfLists } from './functions-of-lists.ts'
import { functionsOfNumbers } from './functions-of-numbers.ts'
import { functionsOfReports } from './functions-of-reports.ts'
import { compileAssigned, compileCoalesce, compileKnown } from './logic.ts'
import type { Compiled, Context } from './scope.ts'
import type { FunctionName, Tree } from './tree.ts'

const functions: Functions<FunctionName> = {
  known: ({ given, compile, context }) => compileKnown(compile(given[0], context)),
  assigned: ({ given, compile, context }) => compileAssigned(compile(given[0], context)),
  coalesce: ({ given, compile, context }) => compileCoalesce(given.map((one) => compile(one, context))),
  ...functionsOfNumbers,
  ...functionsOfDays,
  ...functionsOfLists,
  ...functionsOfReports,
  ...functionsOfGroups,
  ...functionsOfCriteria,
}

export function compileCall(
  { name, given }: Extract<Tree, { is: 'call' }>,
  context: Context,
  compile: Call['compile'],
): Compiled {
  return functions[name]({ given, compile, context })
}
