import { newId } from '#platform/id.ts'
import { openFiles, s3Settings } from '#platform/open-files.ts'
import { fine, found, reasonOf, type Check, type Patient } from './check.ts'

const name = 's3'

/** Puts a few bytes where uploads lie, reads them back and removes them. */
async function tryStore({ environment, dataFolder }: Patient) {
  const { parts } = openFiles(environment, dataFolder)
  const probe = newId()
  await parts.put(`${probe}/probe`, Buffer.from(probe))
  const back = Buffer.from(await parts.get(`${probe}/probe`)).toString()
  await parts.remove(probe)
  if (back !== probe) throw new Error('other bytes came back')
}

/** Whether the bucket takes bytes, gives them back and lets them go; nothing is said where S3 is not set. */
export async function checkS3(patient: Patient): Promise<Check[]> {
  const s3 = s3Settings(patient.environment)
  if (s3 === undefined) return []
  const { bucket, endpoint } = s3
  try {
    await tryStore(patient)
  } catch (error) {
    const reason = reasonOf(error)
    return [
      found(
        name,
        'bad',
        (t) => t.s3.broken(bucket, reason),
        (t) => t.s3.mend,
      ),
    ]
  }
  const answers = fine(name, (t) => t.s3.answers(bucket))
  if (endpoint === undefined || endpoint.startsWith('https:')) return [answers]
  return [
    answers,
    found(
      name,
      'warn',
      (t) => t.s3.open(endpoint),
      (t) => t.s3.mendOpen,
    ),
  ]
}
