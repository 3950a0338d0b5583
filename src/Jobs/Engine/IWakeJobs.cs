namespace Solidarity.Jobs.Engine;

/// <summary>Wakes a job before its time, because there is something to do now.</summary>
public interface IWakeJobs
{
    void Wake<TJob>()
        where TJob : IJob;

    /// <param name="job">One of <see cref="Schedule.All"/>.</param>
    /// <returns>False: this process runs no jobs, and knows no other that does.</returns>
    bool Wake(Type job) => false;
}

/// <summary>For processes that run no jobs: the job nodes find the work by their own rhythm.</summary>
public sealed class WakeNobody : IWakeJobs
{
    public void Wake<TJob>()
        where TJob : IJob
    {
    }
}
