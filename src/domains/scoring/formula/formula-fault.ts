/** Thrown while a formula is read, and caught where reading began. */
export class FormulaFault extends Error {
  override readonly name = 'FormulaFault'
  readonly says: string
  readonly values: Readonly<Record<string, string>>
  constructor(says: string, values: Readonly<Record<string, string>>) {
    super(says)
    this.says = says
    this.values = values
  }
}
