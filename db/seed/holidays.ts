/** A day off besides Saturdays and Sundays, or a week-end day worked in exchange, with which every tenant begins. */
interface SeedHoliday {
  day: string
  kind: 'off' | 'worked'
  name: string
  source: string
}

const newYear = 'Tết Dương lịch'
const tet = 'Tết Nguyên đán'
const kings = 'Giỗ Tổ Hùng Vương'
const reunification = 'Ngày Chiến thắng 30/4'
const labour = 'Ngày Quốc tế Lao động'
const national = 'Quốc khánh'
const worked = 'Làm bù'

const span = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  )

/** As announced for civil servants, from general knowledge: none is confirmed until someone compares the announcement. */
const announced: Readonly<Record<string, readonly (readonly [name: string, days: readonly string[]])[]>> = {
  '2023': [
    [newYear, ['2023-01-02']],
    [tet, [...span('2023-01-20', 1), ...span('2023-01-23', 4)]],
    [kings, ['2023-05-02']],
    [reunification, ['2023-05-03']],
    [labour, ['2023-05-01']],
    [national, ['2023-09-01', '2023-09-04']],
  ],
  '2024': [
    [newYear, ['2024-01-01']],
    [tet, [...span('2024-02-08', 2), ...span('2024-02-12', 3)]],
    [kings, ['2024-04-18']],
    [reunification, ['2024-04-29', '2024-04-30']],
    [labour, ['2024-05-01']],
    [national, ['2024-09-02', '2024-09-03']],
    [worked, ['2024-05-04']],
  ],
  '2025': [
    [newYear, ['2025-01-01']],
    [tet, span('2025-01-27', 5)],
    [kings, ['2025-04-07']],
    [reunification, ['2025-04-30']],
    [labour, ['2025-05-01', '2025-05-02']],
    [national, ['2025-09-01', '2025-09-02']],
    [worked, ['2025-04-26']],
  ],
  '2026': [
    [newYear, ['2026-01-01', '2026-01-02']],
    [tet, span('2026-02-16', 5)],
    [kings, ['2026-04-27']],
    [reunification, ['2026-04-30']],
    [labour, ['2026-05-01']],
    [national, ['2026-08-31', '2026-09-01', '2026-09-02']],
    [worked, ['2026-01-10', '2026-08-22']],
  ],
}

export const holidays: readonly SeedHoliday[] = Object.entries(announced).flatMap(([year, names]) =>
  names.flatMap(([name, days]) =>
    days.map((day): SeedHoliday => ({
      day,
      kind: name === worked ? 'worked' : 'off',
      name,
      source: `Thông báo nghỉ lễ, tết năm ${year} (chưa kiểm chứng)`,
    })),
  ),
)
