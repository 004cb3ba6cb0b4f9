/** Shortenings that the field uses without explaining them. Keys as written. */
const abbreviations: Readonly<Record<string, string>> = {
  MTTQ: 'Mặt trận Tổ quốc',
  UBMTTQ: 'Ủy ban Mặt trận Tổ quốc',
  UBMT: 'Ủy ban Mặt trận',
  LĐLĐ: 'Liên đoàn Lao động',
  CCB: 'Cựu chiến binh',
  LHPN: 'Liên hiệp Phụ nữ',
  HLHPN: 'Hội Liên hiệp Phụ nữ',
  HND: 'Hội Nông dân',
  HCCB: 'Hội Cựu chiến binh',
  TNCS: 'Thanh niên Cộng sản',
  HĐND: 'Hội đồng nhân dân',
  UBND: 'Ủy ban nhân dân',
  ĐBQH: 'đại biểu Quốc hội',
  GD: 'Giáo dục',
  'GD&ĐT': 'Giáo dục và Đào tạo',
  'GD-ĐT': 'Giáo dục và Đào tạo',
  GDĐT: 'Giáo dục và Đào tạo',
  'LĐ-TB&XH': 'Lao động - Thương binh và Xã hội',
  'LĐTB&XH': 'Lao động - Thương binh và Xã hội',
  LĐTBXH: 'Lao động - Thương binh và Xã hội',
  'VH-TT&DL': 'Văn hóa, Thể thao và Du lịch',
  'VHTT&DL': 'Văn hóa, Thể thao và Du lịch',
  VHTTDL: 'Văn hóa, Thể thao và Du lịch',
  'TT&TT': 'Thông tin và Truyền thông',
  TTTT: 'Thông tin và Truyền thông',
  'KH&CN': 'Khoa học và Công nghệ',
  KHCN: 'Khoa học và Công nghệ',
  'KH&ĐT': 'Kế hoạch và Đầu tư',
  KHĐT: 'Kế hoạch và Đầu tư',
  'TN&MT': 'Tài nguyên và Môi trường',
  TNMT: 'Tài nguyên và Môi trường',
  'NN&PTNT': 'Nông nghiệp và Phát triển nông thôn',
  'NN&MT': 'Nông nghiệp và Môi trường',
  GTVT: 'Giao thông vận tải',
  'PT-TH': 'Phát thanh - Truyền hình',
  'PT&TH': 'Phát thanh và Truyền hình',
  PTTH: 'Phát thanh - Truyền hình',
  BHXH: 'Bảo hiểm xã hội',
  NHNN: 'Ngân hàng Nhà nước',
  CSXH: 'Chính sách xã hội',
  KBNN: 'Kho bạc Nhà nước',
  CHQS: 'Chỉ huy Quân sự',
  BĐBP: 'Bộ đội Biên phòng',
  TAND: 'Tòa án nhân dân',
  VKSND: 'Viện kiểm sát nhân dân',
  THADS: 'Thi hành án dân sự',
  CAND: 'Công an nhân dân',
  CA: 'Công an',
  ANTQ: 'an ninh Tổ quốc',
  NTM: 'nông thôn mới',
  PCCC: 'Phòng cháy chữa cháy',
  THPT: 'Trung học phổ thông',
  THCS: 'Trung học cơ sở',
  ĐH: 'Đại học',
  CĐ: 'Cao đẳng',
  KTXH: 'kinh tế - xã hội',
  TP: 'thành phố',
  HCM: 'Hồ Chí Minh',
  VH: 'Văn hóa',
  XH: 'Xã hội',
  VHXH: 'Văn hóa - Xã hội',
  KCN: 'khu công nghiệp',
  BQL: 'Ban Quản lý',
  TMCP: 'thương mại cổ phần',
  TNHH: 'trách nhiệm hữu hạn',
  TW: 'Trung ương',
}

/** Said in full only by a longer form than its letters. */
const wholeNames: Readonly<Record<string, string>> = {
  'Đoàn Thanh niên': 'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Tỉnh Đoàn': 'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh',
  'Tỉnh đoàn': 'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh',
}

/** Kept short in full names: nobody writes them out in a unit's name. */
const staysShort = new Set(['THPT', 'THCS', 'TP', 'TNHH', 'TMCP', 'HCM', 'KCN', 'TW', 'ĐH', 'CĐ'])

const shortWord = /(?<![\p{L}\p{N}])[\p{Lu}][\p{Lu}&-]*\p{Lu}(?![\p{L}\p{N}])/gu

/** The unit's name with known shortenings written out, or null when there is nothing to write out. */
export function fullNameOf(name: string): string | null {
  if (/^(?:THPT|THCS|Tiểu học|Mầm non|Mẫu giáo) /u.test(name)) return `Trường ${name}`
  const whole = wholeNames[name]
  if (whole !== undefined) return whole
  const written = name.replace(shortWord, (short) => (staysShort.has(short) ? short : (abbreviations[short] ?? short)))
  const bare = written.replace(/\s*\(\p{Lu}[\p{Lu}\p{N}.-]*\)$/u, '')
  return bare === name ? null : bare
}

const byKey = new Map(Object.entries(abbreviations).map(([short, full]) => [short.toLowerCase(), full.toLowerCase()]))

/** A name's key with shortenings written out, so that both forms compare equal. */
export function expandKey(key: string): string {
  return key
    .split(' ')
    .map((word) => byKey.get(word) ?? word)
    .join(' ')
}
