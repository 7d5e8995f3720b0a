/** Fewest adopters, or adoptions, that classes, models and tables of dates are given for; below, they are unsteady. */
export const FEWEST_ADOPTERS = 10;

/** A public breakdown shows no group smaller than this, and a pseudonymous row tells nothing that fewer share. */
export const SMALLEST_GROUP = 5;
