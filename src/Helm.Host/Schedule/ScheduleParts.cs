using Microsoft.Extensions.Options;
using Quartz;

namespace Helm.Host.Schedule;

/// <summary>Quartz with its jobs in memory: a restart begins anew, and what was due then is due now.</summary>
internal static class ScheduleParts
{
    /// <summary>Every consumer, kind of timer and channel has a job; most of them only look and find nothing.</summary>
    private const int AtOnce = 40;

    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsCheck>();
        services.AddOptions<ScheduleOptions>().Bind(configuration.GetSection(ScheduleOptions.Section)).ValidateOnStart();
        services.AddHostedService<StorageStartUp>();
        services.AddQuartz(quartz => quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = AtOnce));
        services.AddSingleton<DueWork>();
        services.AddHostedService<Timetable>();
        return services;
    }
}
