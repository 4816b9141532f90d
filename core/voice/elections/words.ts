import type { BarredReason, ExcusedReason } from './roll'
import type { Base } from './outcome'

export const excusedWords: Readonly<Record<ExcusedReason, string>> = {
  illness: '患精神疾病或其他疾病，不能表达本人意志',
  abroad: '出国半年以上',
  sentence: '正在服刑',
  frail: '年老体弱卧床不起，或长期生病、生活不能自理',
  moved: '工作调动、借调、外出学习半年以上，应当转而没有转组织关系',
  home: '退休后长期回原籍居住，因特殊原因没有转组织关系，确实不能到会',
}

export const barredWords: Readonly<Record<BarredReason, string>> = {
  disciplined: '受留党察看处分期间',
  suspended: '被留置、逮捕，党员权利中止',
}

export const baseWords: Readonly<Record<Base, string>> = { due: '应到会', present: '实到会' }
