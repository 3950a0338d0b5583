using Solidarity.Faults.Running;

namespace Solidarity.Browser.Tests.Running;

/// <summary>Waiting for something to become so: looks again and again until a deadline, never a fixed while.</summary>
internal static class Patience
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > Deadline)
                throw new TimeoutException($"After {Deadline.TotalSeconds} seconds it was still not so: {what}.");
            await Task.Delay(Pause);
        }
    }

    public static async Task AnswersAsync(this Started program, Uri address)
    {
        using var http = new HttpClient();
        await UntilAsync($"{address} answers", async () =>
        {
            if (!program.IsRunning)
                throw new InvalidOperationException($"It ended instead of answering at {address}:\n{program.Said}");
            try
            {
                using var answer = await http.GetAsync(address);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }
}
