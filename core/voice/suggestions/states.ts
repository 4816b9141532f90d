/** What a suggestion is about, for those who sort it; what is `private` is shown to no other member. */
export const suggestionTopics = ['life', 'care', 'service', 'places', 'benefits', 'community', 'other', 'private'] as const
export type SuggestionTopic = (typeof suggestionTopics)[number]
export const topicWords: Readonly<Record<SuggestionTopic, string>> = {
  life: '组织生活',
  care: '关心照顾',
  service: '志愿服务',
  places: '场地设施',
  benefits: '待遇政策',
  community: '社区和城市',
  other: '其他',
  private: '个人的事',
}

/** The answers that end it: 采纳, 部分采纳, 留作参考, 不采纳. */
export const verdicts = ['adopted', 'partly', 'noted', 'declined'] as const
export type Verdict = (typeof verdicts)[number]

/** 已收到, 分办 (handed to a unit), 办理中, then a verdict. */
export const suggestionStates = ['received', 'handed', 'working', ...verdicts] as const
export type SuggestionState = (typeof suggestionStates)[number]

export const isVerdict = (state: SuggestionState): state is Verdict => verdicts.some(one => one === state)
export const stateWords: Readonly<Record<SuggestionState, string>> = {
  received: '已收到',
  handed: '已分办',
  working: '办理中',
  adopted: '采纳了',
  partly: '部分采纳',
  noted: '留作参考',
  declined: '没有采纳',
}
