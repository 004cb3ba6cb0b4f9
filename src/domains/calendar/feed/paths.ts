export const feedPaths = {
  /** The secret address: whoever has it reads the calendar. */
  feed: (token: string) => `/lich-ca-nhan/${token}`,
  renew: '/tai-khoan/thong-bao/lich',
  end: '/tai-khoan/thong-bao/lich/bo',
}
