export { endClouds as default } from './clouds'
