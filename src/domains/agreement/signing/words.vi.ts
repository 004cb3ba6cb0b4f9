export const vi = {
  vacant: (units: string) => `Ủy quyền ký đã hết trước khi ký: ${units}`,
  vacantBody:
    'Người được nêu trong văn bản không còn ký được nữa. Khi đơn vị đã có người ký mới, khối trưởng lập bản mới để ký lại.',
  voidReason: (units: string) => `Ủy quyền của người ký đã hết trước khi ký: ${units}`,
}
