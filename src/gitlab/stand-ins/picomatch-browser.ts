/** gitbeaker imports this to choose one of its rate limiters, of which there are none here. */
export default {isMatch: (): boolean => false};
