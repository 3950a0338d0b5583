using System.Data.Common;

namespace Solidarity.Jobs.Engine;

public enum ScheduleServer { Postgres, SqlServer }

/// <summary>The database in which job nodes agree on who runs what comes once for all of them.</summary>
public sealed record SharedSchedule(ScheduleServer Server, DbProviderFactory Driver, string ConnectionString);
