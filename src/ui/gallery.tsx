import { LinkButton } from './button.tsx'
import { GalleryCharts } from './gallery-charts.tsx'
import { GalleryForms } from './gallery-forms.tsx'
import { GalleryParts } from './gallery-parts.tsx'
import type { PageFrame } from './html-document.tsx'
import { PageHead } from './page-head.tsx'
import { WorkspacePage } from './workspace-page.tsx'

const sections = [
  { places: [{ label: 'Việc cần làm', href: '#viec', current: true, count: 4 }] },
  {
    label: 'Năm thi đua',
    places: [
      { label: 'Giao ước', href: '#giao-uoc' },
      { label: 'Phong trào', href: '#phong-trao' },
      { label: 'Chỉ tiêu', href: '#chi-tieu' },
      { label: 'Chấm điểm', href: '#cham-diem' },
      { label: 'Bình xét', href: '#binh-xet' },
      { label: 'Khen thưởng', href: '#khen-thuong' },
    ],
  },
  {
    label: 'Cả năm',
    places: [
      { label: 'Hội nghị', href: '#hoi-nghi' },
      { label: 'Ý kiến hội viên', href: '#y-kien', count: 2 },
      { label: 'Văn bản', href: '#van-ban' },
    ],
  },
]

/** What a workspace shell needs, with sample values. */
const sampleShell = {
  home: '#viec',
  search: { action: '#tim', hint: 'Tìm đơn vị, văn bản, chỉ tiêu…' },
  notifications: { href: '#thong-bao', unread: 3 },
  acting: {
    unit: 'Hội Liên hiệp Phụ nữ tỉnh',
    mandate: 'Chủ tịch Hội, ký thay đến 31/12/2026',
    href: '#don-vi',
  },
  account: {
    name: 'Nguyễn Thị Ngọc Ánh',
    detail: 'anh.nguyen@mau.example',
    links: [
      { label: 'Tài khoản của tôi', href: '#tai-khoan' },
      { label: 'Các phiên đăng nhập', href: '#phien' },
    ],
    signOut: '#dang-xuat',
  },
  switcher: {
    label: 'Khối thi đua',
    current: 'MTTQ và các đoàn thể tỉnh',
    detail: 'Năm 2023',
    choices: [
      { label: 'MTTQ và các đoàn thể tỉnh', detail: 'Năm 2023', href: '#2023', current: true },
      { label: 'MTTQ và các đoàn thể tỉnh', detail: 'Năm 2024 (bản thảo)', href: '#2024' },
    ],
  },
  sections,
  places: [
    { label: 'Việc cần làm', href: '#viec', icon: 'list', current: true, count: 4 },
    { label: 'Giao ước', href: '#giao-uoc', icon: 'document' },
    { label: 'Hội nghị', href: '#hoi-nghi', icon: 'people' },
  ],
} as const

/** Each part in all its states: `/dev/ui`, `?theme=light`, `?theme=dark`. */
export const Gallery = (props: PageFrame) => (
  <WorkspacePage
    {...props}
    {...sampleShell}
    preferences={{ action: '/dev/ui', returnTo: '/dev/ui', theme: props.theme }}
    crumbs={[{ label: 'Trang phát triển', href: '/dev/ui' }]}
    help="#huong-dan"
  >
    <PageHead
      title="Các phần của giao diện"
      under="Thứ Hai, ngày 02 tháng 10 năm 2023"
      actions={
        <>
          <LinkButton href="?theme=light">Nền sáng</LinkButton>
          <LinkButton href="?theme=dark">Nền tối</LinkButton>
        </>
      }
    />
    <div class="stack">
      <GalleryParts />
      <GalleryForms />
      <GalleryCharts />
    </div>
  </WorkspacePage>
)
