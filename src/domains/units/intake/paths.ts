import type { IntakeKind } from './intake.ts'

const root = '/nhap-danh-sach'
const words: Record<IntakeKind, string> = { units: 'don-vi', people: 'nguoi' }

export const intakePaths = {
  list: root,
  upload: (kind: IntakeKind) => `${root}/${words[kind]}`,
  template: (kind: IntakeKind) => `${root}/${words[kind]}/mau`,
  intake: (intake: string) => `${root}/danh-sach/${intake}`,
  choices: (intake: string) => `${root}/danh-sach/${intake}/lua-chon`,
  confirm: (intake: string) => `${root}/danh-sach/${intake}/nhap`,
  withdraw: (intake: string) => `${root}/danh-sach/${intake}/bo`,
  undo: (intake: string) => `${root}/danh-sach/${intake}/hoan-tac`,
  faults: (intake: string) => `${root}/danh-sach/${intake}/can-sua`,
  slips: (intake: string) => `${root}/danh-sach/${intake}/phieu-moi`,
}
