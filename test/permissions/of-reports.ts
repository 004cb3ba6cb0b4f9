import { workers, year, type Permissions } from './rights.ts'

const desk = `${year}/bao-cao-excel/:period/:unit`
const file = `${year}/tep-bao-cao/:id`

/** Reports that go out as workbooks and come back: for the unit's own people. */
export const permissionsOfReports: Permissions = {
  [`get ${desk}`]: { who: workers('own') },
  [`post ${desk}`]: { who: workers('own') },
  [`get ${desk}/tai-ve`]: { who: workers('own') },
  [`get ${file}`]: { who: workers('own') },
  [`post ${file}/nhap`]: { who: workers('own') },
  [`post ${file}/bo`]: { who: workers('own') },
  [`post ${file}/hoan-tac`]: { who: workers('own') },
  [`get ${file}/tep`]: { who: workers('own') },
}
