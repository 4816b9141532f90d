import type { Profile, ProfileField } from './contract'
import { careBeyondHealth, labels, sayField } from './profile'
import { careWords } from './words'

interface TableColumn {
  title: string
  /** Width in characters. */
  width: number
  text(profile: Profile): string
  /** How to fill it in, and an example; told on the template's second sheet. */
  how: string
  example: string
}

const field = (name: ProfileField, width: number, how: string, example: string): TableColumn => ({
  title: labels[name],
  width,
  text: profile => sayField(profile, name),
  how,
  example,
})
const tick = (kind: 'alone' | 'empty-nest', how: string): TableColumn => ({
  title: `是否${careWords[kind]}`,
  width: 10,
  text: profile => (profile.care.includes(kind) ? '是' : '否'),
  how,
  example: '是',
})

/** The columns that a file of several branches has before the others. */
export const placeColumns = [
  { title: '所属街道', width: 20, how: '支部在哪个街道；直接归本级管的支部空着', example: '常青街道' },
  {
    title: '所在党支部',
    width: 30,
    how: '必填，写支部全称；系统里还没有的支部，导入时确认一次就会建立',
    example: '常青花园离退休干部党支部',
  },
] as const

/** The columns of the template and of an export, in the order people are used to; what is exported reads back unchanged. */
export const rosterColumns: readonly TableColumn[] = [
  field('name', 12, '必填，一行一人。两位同志同名时，请都写上出生日期或电话', '王建国'),
  field('gender', 6, '男或女', '男'),
  field('ethnicity', 8, '如汉、回、满', '汉'),
  field('birthday', 22, '公历如“1941年3月5日”“1941.3”，农历如“农历1941年三月初五”“农历1941年闰六月十二”', '1941年3月5日'),
  field('joinedPartyOn', 16, '公历，写到年、月或日都可以', '1966年7月'),
  field('standing', 8, '离休、退休或在职', '退休'),
  field('formerPost', 26, '原单位和职务', '区水利局 副局长'),
  field('residence', 30, '现在住的地方', '常青社区1栋2单元301'),
  field('phones', 26, '几个号码之间用“/”隔开，座机带区号', '13800000000/0513-77500000'),
  field('emergencyName', 12, '紧急时找谁', '王小明'),
  field('emergencyPhones', 26, '写法与联系电话相同', '13900000000'),
  tick('alone', '是或否；“√”“Y”也可以'),
  tick('empty-nest', '是或否'),
  { title: '失能情况', width: 12, text: careBeyondHealth, how: '失能、半失能、卧床或无；身体状况里已写明的可以不填', example: '' },
  field('health', 16, '如健康、高血压、失能、卧床', '高血压'),
  field('skills', 18, '几项之间用“、”隔开', '书法、合唱'),
  field('groupName', 14, '如“第一党小组”；还没有的小组会自动建立', '第一党小组'),
  field('liaisonName', 12, '联系这位同志的人', '李联络'),
  field('note', 24, '其他要说的', ''),
]
