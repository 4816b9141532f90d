/** Surnames of two characters that are still borne. */
const doubles = ['欧阳', '太史', '上官', '端木', '司马', '东方', '独孤', '南宫', '夏侯', '诸葛', '尉迟', '皇甫', '公孙', '慕容', '长孙', '宇文', '司徒', '司空', '令狐', '轩辕', '闻人', '澹台', '呼延', '万俟', '钟离'] // prettier-ignore

/** A person as one speaks of them without naming them: 刘建国 is 刘老. */
export const calledName = (name: string): string => {
  const bare = name.trim()
  const double = doubles.find(one => bare.startsWith(one) && Array.from(bare).length > 2)
  const surname = double ?? Array.from(bare)[0]
  return surname === undefined ? '' : `${surname}老`
}

/** Digits, letters, words for a house, or a number in characters before one: from here on an address leads to a door. */
const door = /[0-9A-Za-z#号號栋幢楼座室]|单元|[一二三四五六七八九十百千零〇两甲乙丙丁戊东西南北]+(?:号|號|栋|幢|楼|座|单元|室|门|层|户)/u
/** Words that end the name of a district, a road or a neighbourhood. */
const place = /^.*(?:自治区|省|市|区|县|镇|乡|街道|大街|街|大道|路|道|巷|胡同|社区|小区|新村|村|苑|花园|家园|家属院)/u
/** Longer is no part of a town. */
const MOST = 24

/**
 * The part of a town that an address lies in: district, road, neighbourhood, without house, stairs, floor or room. Empty where it cannot be
 * told for certain.
 */
export const partOfTown = (address: string | undefined): string => {
  const bare = (address ?? '').normalize('NFKC').replace(/[\s,，。、;；]/gu, '')
  const [before = ''] = bare.split(/[（(【[]/u)
  const at = before.search(door)
  const [part = ''] = place.exec(at < 0 ? before : before.slice(0, at)) ?? []
  return /^\p{Script=Han}+$/u.test(part) && Array.from(part).length <= MOST ? part : ''
}

/** Metres as they may be told before it is agreed to come: by the hundred. */
export const roughMetres = (metres: number): number => Math.max(100, Math.round(metres / 100) * 100)
