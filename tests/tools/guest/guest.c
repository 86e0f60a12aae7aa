/* guest.c - a whole system in one loop, to test tools/run: it answers lines and ends in every way a system can end.
 * Lines: "poweroff N", "die" (stop without end marker), "hang", "tail" (marker after an unfinished line); any other is echoed as "got: line".
 * It does not know how its machine talks: the .S file of each architecture gives console_put, console_get and machine_off. */
void console_put(int c);
int console_get(void);
void machine_off(int status);

static void put(const char *s)
{
    for (; *s; s++) {
        if (*s == '\n') {
            console_put('\r');
        }
        console_put(*s);
    }
}

static void put_number(int n)
{
    if (n >= 10) {
        put_number(n / 10);
    }
    console_put('0' + n % 10);
}

static void off(int status)
{
    put("--- off ");
    put_number(status);
    put(" ---\n");
    machine_off(status);
}

static const char *after(const char *line, const char *word)
{
    while (*word && *line == *word) {
        line++;
        word++;
    }
    return *word ? 0 : line;
}

static int number(const char *s)
{
    int n = 0;

    for (; *s >= '0' && *s <= '9'; s++) {
        n = n * 10 + (*s - '0');
    }
    return n;
}

static void obey(const char *line)
{
    if (after(line, "poweroff ")) {
        off(number(after(line, "poweroff ")));
    } else if (after(line, "die")) {
        machine_off(3);
    } else if (after(line, "hang")) {
        for (;;) {
        }
    } else if (after(line, "tail")) {
        put("--- prompt> ");
        off(9);
    }
    put("got: ");
    put(line);
    put("\n");
}

void guest_main(void)
{
    static char line[128];
    int n = 0;

    put("noise of the firmware\n--- tessera test ---\n");
    for (;;) {
        int c = console_get();
        if (c == '\n' || c == '\r') {
            line[n] = 0;
            n = 0;
            obey(line);
        } else if (n < 127) {
            line[n++] = (char)c;
        }
    }
}
