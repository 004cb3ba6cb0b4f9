import sharp from 'sharp'
import type { SceneName } from '../../../db/seed/nam-dinh-news.ts'

const [across, down] = [1200, 800]

type Place = readonly [x: number, y: number, width: number, height: number]

const rect = ([x, y, w, h]: Place, fill: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`

const skins = ['#e8b48f', '#d9a27c', '#efc3a0']
const clothes = ['#2f5d62', '#8a3b2f', '#3d5a80', '#7a6a2f', '#5b4a72', '#466b3f']

/** Head and shoulders, as wide as a hand; `tall` shows the whole person. */
function person(x: number, y: number, index: number, tall = 190): string {
  const skin = skins[index % skins.length]
  const coat = clothes[index % clothes.length]
  return `<path d="M${x - 52} ${y + tall} V${y + 128} q0 -62 52 -62 q52 0 52 62 V${y + tall} z" fill="${coat}"/>
    <circle cx="${x}" cy="${y + 34}" r="38" fill="${skin}"/>
    <path d="M${x - 40} ${y + 30} a40 40 0 0 1 80 0 q-40 -26 -80 0 z" fill="#2b211c"/>`
}

const row = (count: number, [from, step, y]: readonly [number, number, number], tall = 190) =>
  Array.from({ length: count }, (_, index) => person(from + index * step, y, index, tall)).join('')

const hall =
  rect([0, 0, across, 560], '#f0e6d6') + rect([0, 560, across, 240], '#c9ad86') + rect([0, 0, across, 110], '#a3201d')
const outdoors =
  rect([0, 0, across, 470], '#cfe3ea') +
  '<circle cx="980" cy="140" r="70" fill="#f6d88a"/>' +
  rect([0, 470, across, 330], '#8fae6b')

const box = (x: number, y: number) =>
  rect([x, y, 84, 64], '#c8962e') + rect([x + 36, y, 12, 64], '#a3201d') + rect([x, y + 24, 84, 12], '#a3201d')

const tree = (x: number) =>
  rect([x - 10, 380, 20, 120], '#6d4c33') + `<ellipse cx="${x}" cy="330" rx="74" ry="92" fill="#5c8a4a"/>`

const house = (x: number) =>
  rect([x, 330, 280, 190], '#f5ead8') +
  `<path d="M${x - 30} 336 L${x + 140} 216 L${x + 310} 336 z" fill="#a3402f"/>` +
  rect([x + 110, 410, 64, 110], '#6d4c33') +
  rect([x + 30, 380, 56, 56], '#8fb4c2') +
  rect([x + 200, 380, 56, 56], '#8fb4c2')

const sheets = Array.from({ length: 6 }, (_, index) => rect([180 + index * 150, 512, 70, 18], '#fffdf7')).join('')

const scenes: Readonly<Record<SceneName, string>> = {
  signing:
    hall +
    row(6, [215, 154, 330]) +
    rect([90, 500, 1020, 40], '#b3282a') +
    rect([90, 540, 1020, 170], '#8f1d20') +
    sheets,
  gifts:
    hall + row(3, [230, 130, 330], 330) + row(3, [760, 130, 350], 330) + box(560, 500) + box(640, 540) + box(500, 560),
  blood:
    hall +
    '<path d="M600 190 q150 200 150 290 a150 150 0 0 1 -300 0 q0 -90 150 -290 z" fill="#b3282a"/>' +
    row(2, [190, 150, 380], 330) +
    row(2, [880, 150, 380], 330),
  house: outdoors + tree(80) + tree(1130) + house(190) + house(690) + row(5, [240, 180, 500], 230),
  savings:
    hall +
    row(5, [280, 160, 300], 260) +
    '<ellipse cx="600" cy="640" rx="420" ry="90" fill="#8a5a34"/><ellipse cx="600" cy="620" rx="420" ry="90" fill="#a8743f"/>' +
    rect([560, 510, 80, 120], '#7fa650') +
    '<ellipse cx="600" cy="510" rx="40" ry="14" fill="#93bd60"/>',
}

/** A drawing of our own where the sample would have a photograph: as a JPEG, as a camera brings it. */
export const drawScene = (scene: SceneName): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}">${scenes[scene]}</svg>`),
  )
    .jpeg({ quality: 88 })
    .toBuffer()
