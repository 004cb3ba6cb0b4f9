import { legalTextsPath } from '../paths.ts'

export const holidayPaths = {
  list: `${legalTextsPath}/ngay-nghi`,
  ofYear: (year: string) => `${legalTextsPath}/ngay-nghi?nam=${year}`,
  removal: `${legalTextsPath}/ngay-nghi/bo`,
  confirmation: `${legalTextsPath}/ngay-nghi/kiem-chung`,
}
