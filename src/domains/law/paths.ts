export const legalTextsPath = '/van-ban-phap-luat'
export const addLegalTextPath = '/van-ban-phap-luat/moi'
export const legalTextPath = (id: string) => `${legalTextsPath}/${id}`
export const correctLegalTextPath = (id: string) => `${legalTextPath(id)}/sua`
export const confirmLegalTextPath = (id: string) => `${legalTextPath(id)}/kiem-chung`
