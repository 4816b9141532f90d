import { suggestedKinds } from '../../../../core/service/teams/rules'

test.each([
  [
    ['电工', '水暖'],
    ['bulb', 'electricity', 'water', 'leak'],
  ],
  [['法律咨询'], ['legal']],
  [['中医推拿'], ['medicine', 'escort']],
  [['书法'], []],
])('skills %j suggest %j', (skills, kinds) => {
  expect(suggestedKinds(skills)).toEqual(kinds)
})
