namespace Solidarity.Jobs.Engine;

/// <summary>Wakes a job before its time, because there is something to do now.</summary>
public interface IWakeJobs
{
    void Wake<TJob>()
        where TJob : IJob;
}

/// <summary>For processes that run no jobs: the job nodes find the work by their own rhythm.</summary>
public sealed class WakeNobody : IWakeJobs
{
    public void Wake<TJob>()
        where TJob : IJob
    {
    }
}
