export const unitPaths = {
  list: '/don-vi',
  add: '/don-vi/moi',
  unit: (unit: string) => `/don-vi/${unit}`,
  rename: (unit: string) => `/don-vi/${unit}/doi-ten`,
  move: (unit: string) => `/don-vi/${unit}/chuyen`,
  end: (unit: string) => `/don-vi/${unit}/ket-thuc`,
  addRole: (unit: string) => `/don-vi/${unit}/nguoi/them`,
  invite: (unit: string) => `/don-vi/${unit}/nguoi/moi`,
  endRole: (unit: string, role: string) => `/don-vi/${unit}/nguoi/${role}/ket-thuc`,
}
