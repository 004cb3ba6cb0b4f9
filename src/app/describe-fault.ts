interface DatabaseFault {
  code: string
  table?: string | undefined
  constraint?: string | undefined
}

const isDatabaseFault = (error: Error): error is Error & DatabaseFault => 'severity' in error && 'code' in error

/** The places of a stack, without the message above them. */
const placesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())

/**
 * What may be logged of a fault of ours. The words of the database quote what people typed, so of those only its code
 * and the names of tables and rules are told.
 */
export function describeFault(error: Error): object {
  const { name } = error
  const at = placesOf(error)
  if (!isDatabaseFault(error)) return { name, message: error.message, at }
  return { name, code: error.code, table: error.table, constraint: error.constraint, at }
}
