import { bytesOf } from '#platform/content.ts'
import { coverPictures } from './cover-pictures.ts'
import { Refused, type PictureAnswer, type PictureJob } from './picture-job.ts'
import { lookAt, showAll } from './show-pictures.ts'
import { sizePicture } from './size-picture.ts'
import { sniffMedium } from './sniff-medium.ts'

async function work(job: PictureJob): Promise<PictureAnswer> {
  const bytes = await bytesOf(job.content)
  if (job.kind === 'sniff') return { ok: true, sniffed: sniffMedium(bytes) }
  const { medium } = job
  if (job.kind === 'look') return { ok: true, looked: await lookAt(medium, bytes) }
  if (job.kind === 'show') return { ok: true, shown: await showAll(medium, bytes) }
  if (job.kind === 'size') return { ok: true, sized: await sizePicture(bytes) }
  return { ok: true, covered: await coverPictures(medium, bytes, job) }
}

/** Whatever the libraries throw of a stranger's bytes means that the bytes are no good. */
async function answer(job: PictureJob): Promise<PictureAnswer> {
  try {
    return await work(job)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault }
    return { ok: false, fault: String(error).includes('pixel limit') ? 'tooManyPixels' : 'damaged' }
  }
}

process.once('message', (job: PictureJob) => {
  void answer(job).then((result) => process.send?.(result, () => process.disconnect()))
})
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit(0))
