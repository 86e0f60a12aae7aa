/* main.c - keeps its processor busy for ever and asks for nothing: only preemption takes it away. */
int main(void)
{
    for (volatile unsigned long rounds = 0;; rounds++) continue;
}
