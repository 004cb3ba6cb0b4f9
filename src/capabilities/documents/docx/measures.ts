import type { profiles, ProfileName } from '../profiles.ts'

/** Word measures lengths in twentieths of a point and letters in half points. */
export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)
export const halfPoints = (points: number) => Math.round(points * 2)
export const pointTwips = (points: number) => Math.round(points * 20)

/** What Word calls the face whose measures the papers use. */
export const font = 'Times New Roman'

export type Look = (typeof profiles)[ProfileName]

export const textWidth = ({ page }: Look) => page.width - page.left - page.right
