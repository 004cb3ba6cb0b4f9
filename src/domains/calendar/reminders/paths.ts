export const rulesPath = '/quan-tri/nhac-viec'
