# mutate.sed - every check of kernel/gen gets a switch that turns it off, by the name of its rule (mutant.h).
s@^    if \((.*)\) return (ERR_[A-Z]+); /\* ([a-z_]+\.[a-z_]+)/([0-9]+) @    if (!mutant_off("\3", \4u) \&\& (\1)) return \2; /* \3/\4 @
s@^    e = (.*); /\* ([a-z_]+\.[a-z_]+)/([0-9]+) @    e = mutant_answer("\2", \3u, \1); /* \2/\3 @
