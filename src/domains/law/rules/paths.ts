import { legalTextsPath } from '../paths.ts'

export const rulePaths = {
  list: `${legalTextsPath}/thoi-han`,
  confirmation: (rule: string) => `${legalTextsPath}/thoi-han/${rule}/kiem-chung`,
  removal: (rule: string) => `${legalTextsPath}/thoi-han/${rule}/bo`,
}
