/** The usual kinds of post in the words of P20 (S0 认领岗位); a branch may write any other. */
export const postKinds = ['公益宣传', '结对空巢', '义务巡湖', '爱心护学', '文明督导', '科普宣讲', '邻里帮', '送清凉'] as const
