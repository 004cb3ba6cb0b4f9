export const mandatePaths = {
  list: '/uy-quyen',
  ask: (unit: string) => `/don-vi/${unit}/uy-quyen/moi`,
  mandate: (mandate: string) => `/uy-quyen/${mandate}`,
  document: (mandate: string) => `/uy-quyen/${mandate}/giay`,
  confirm: (mandate: string) => `/uy-quyen/${mandate}/xac-nhan`,
  refuse: (mandate: string) => `/uy-quyen/${mandate}/tu-choi`,
  withdraw: (mandate: string) => `/uy-quyen/${mandate}/rut`,
  end: (mandate: string) => `/uy-quyen/${mandate}/ket-thuc`,
}
