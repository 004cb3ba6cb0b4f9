import type exceljs from 'exceljs'

/** The streaming writer keeps them, its types do not say so. */
export interface DataValidations {
  add(range: string, validation: exceljs.DataValidation): void
}

/** The streaming writer puts the protection of a sheet after its validations, where Excel calls the file damaged. */
export function protectFirst(sheet: exceljs.Worksheet): void {
  const inside = sheet as unknown as Record<string, () => void>
  const protect = inside['_writeSheetProtection']?.bind(sheet)
  Object.assign(inside, { ['_writeAutoFilter']: protect, ['_writeSheetProtection']: () => {} })
}
